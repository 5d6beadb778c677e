#version 300 es
precision highp float;
in vec3 facing;
in vec3 base;
in float sky;
in vec2 fibre;
in float height;
// 0 smooth, 1 fibres, 2 a light core, 3 bands.
in float pattern;
uniform vec3 axes[3];
uniform vec3 light;
uniform vec3 rim;
uniform vec3 tendon;
// Fibres: how many, how deep; bands: the same.
uniform vec4 marks;
// Share of white in a nerve's middle.
uniform float core;
// Heights between which all fades out.
uniform vec2 fade;
// One colour; of a ghost how dense it is in the middle, and at its rim.
uniform vec4 flat_colour;
// 0 light and shade, 1 one colour, 2 ghost.
uniform float way;
out vec4 colour;

void main() {
  float left = smoothstep(fade.x, fade.y, height);
  if (left == 0.0) discard;
  vec3 n = normalize(facing);
  float edge = 1.0 - max(dot(n, axes[2]), 0.0);
  if (way == 1.0) {
    colour = vec4(flat_colour.rgb * flat_colour.a, flat_colour.a);
  } else if (way == 2.0) {
    float dense = mix(flat_colour.x, flat_colour.y, edge * edge) * left * left;
    colour = vec4(mix(base, rim, edge * edge * 0.7) * dense, dense);
  } else {
    float key = clamp((dot(n, light) + 0.35) / 1.35, 0.0, 1.0);
    key = key * key * (3.0 - 2.0 * key);
    float shadow = 0.35 * sky + 0.65 * sky * sky * (3.0 - 2.0 * sky);
    float bright = (0.42 + 0.12 * n.y) * shadow + 0.60 * key * (0.45 + 0.55 * shadow);
    vec3 flesh = base;
    if (pattern > 2.5) {
      flesh *= 1.0 - marks.w * smoothstep(0.0, 1.0, 0.5 + 0.5 * sin(fibre.y * marks.z * 6.2831853));
    } else if (pattern > 1.5) {
      flesh = mix(flesh, vec3(1.0), core * pow(max(dot(n, axes[2]), 0.0), 6.0));
    } else if (pattern > 0.5) {
      flesh *= 1.0 - marks.y * (0.5 + 0.5 * sin(fibre.x * marks.x * 6.2831853));
      flesh = mix(flesh, tendon, fibre.y);
    }
    vec3 low = flesh * vec3(0.60, 0.46, 0.37) * 0.62;
    vec3 lit = low + (flesh * 1.02 - low) * min(bright, 1.12);
    colour = vec4(min(lit * (1.0 - 0.30 * edge * edge * edge), 1.0), 1.0);
  }
  colour *= left;
}
