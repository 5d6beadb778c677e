in vec3 facing;
in vec3 base;
in float sky;
in vec2 fibre;
in float height;
in float pattern;
flat in float way;
flat in vec4 ink;
out vec4 colour;

float wave(float place) {
  return 0.5 + 0.5 * sin(place * 6.2831853);
}

void main() {
  float grain = fwidth(fibre.x) * marks.x;
  float left = smoothstep(mixed.z, mixed.w, height);
  if (left == 0.0) discard;
  vec3 n = normalize(facing);
  float edge = 1.0 - max(dot(n, axes[2].xyz), 0.0);
  if (way == 1.0) {
    colour = vec4(ink.rgb * ink.a, ink.a);
  } else if (way == 2.0) {
    float dense = mix(ink.x, ink.y, edge * edge) * left * left;
    colour = vec4(mix(base, rim.rgb, edge * edge * 0.7) * dense, dense);
  } else {
    float key = clamp((dot(n, light.xyz) + 0.35) / 1.35, 0.0, 1.0);
    key = key * key * (3.0 - 2.0 * key);
    float shadow = 0.35 * sky + 0.65 * sky * sky * (3.0 - 2.0 * sky);
    float bright = (0.42 + 0.12 * n.y) * shadow + 0.60 * key * (0.45 + 0.55 * shadow);
    vec3 flesh = base;
    float gloss = 0.0;
    if (pattern > 2.5) {
      flesh *= 1.0 - marks.w * smoothstep(0.0, 1.0, wave(fibre.y * marks.z));
    } else if (pattern > 1.5) {
      flesh = mix(flesh, vec3(1.0), mixed.x * pow(max(dot(n, axes[2].xyz), 0.0), 6.0));
    } else if (pattern > 0.5) {
      float at = fibre.x * marks.x;
      float bundle = wave(0.23 * at + 0.4 * wave(0.09 * at + fibre.y));
      float fine = wave(at + 0.6 * wave(0.31 * at - 1.7 * fibre.y)) * wave(0.17 * at + 2.6 * fibre.y);
      fine *= 1.0 - smoothstep(0.2, 0.5, grain);
      float end = 4.0 * min(fibre.y, 1.0 - fibre.y) + 0.3 * bundle;
      float sinew = 1.0 - smoothstep(0.2, 1.3, end);
      flesh *= 1.0 - marks.y * (bundle * bundle + 0.7 * fine) * vec3(0.7, 1.0, 1.0);
      flesh = mix(flesh, tendon.rgb * (1.0 - 0.1 * fine), sinew);
      gloss = 0.16 * sinew * pow(max(dot(n, normalize(light.xyz + axes[2].xyz)), 0.0), 24.0);
    }
    vec3 low = flesh * vec3(0.60, 0.46, 0.37) * 0.62;
    vec3 lit = low + (flesh * 1.02 - low) * min(bright, 1.12) + gloss;
    colour = vec4(min(lit * (1.0 - 0.30 * edge * edge * edge), 1.0), 1.0);
  }
  colour *= left;
}
