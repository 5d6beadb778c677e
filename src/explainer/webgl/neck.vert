layout(location = 0) in vec3 place;
layout(location = 1) in vec3 normal;
layout(location = 2) in float open;
layout(location = 3) in vec2 rides;
layout(location = 4) in vec3 strand;
layout(location = 5) in float structure;
layout(location = 6) in vec4 pass;
layout(location = 7) in vec4 flat_colour;
out vec3 facing;
out vec3 base;
out float sky;
out vec2 fibre;
out float height;
out float pattern;
flat out float way;
flat out vec4 ink;

vec3 moved(float ride, vec4 p) {
  int i = int(ride) * 3;
  return vec3(dot(rows[i], p), dot(rows[i + 1], p), dot(rows[i + 2], p));
}

vec3 posed(vec4 p) {
  return mix(moved(rides.y, p), moved(rides.x, p), strand.x);
}

void main() {
  way = pass.x;
  ink = flat_colour;
  vec4 look = looks[int(structure)];
  float own = floor(look.w);
  if (own == 2.0 && place.z * mixed.y < 0.0) own = 3.0;
  if (own != pass.y) {
    gl_Position = vec4(2.0, 2.0, 2.0, 1.0);
    return;
  }
  vec4 p = vec4(posed(vec4(place, 1.0)), 1.0);
  facing = normalize(posed(vec4(normal, 0.0)));
  vec4 two = tints[int(structure) / 2];
  vec2 sides = mod(structure, 2.0) < 0.5 ? two.xy : two.zw;
  float tint = place.z < 0.0 ? sides.y : sides.x;
  base = mix(look.rgb, vec3(step(0.0, tint)), abs(tint));
  pattern = fract(look.w) * 8.0;
  fibre = strand.yz;
  height = p.y;
  sky = 1.0 - (1.0 - open) * pass.z;
  gl_Position = view * p;
  vec2 outwards = (view * vec4(facing, 0.0)).xy * size.xy;
  gl_Position.xy += outwards / max(length(outwards), 1e-6) * pass.w * 2.0 / size.xy * gl_Position.w;
}
