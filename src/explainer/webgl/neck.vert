#version 300 es
precision highp float;
layout(location = 0) in vec3 place;
layout(location = 1) in vec3 normal;
layout(location = 2) in float open;
// What it rides on, above and below.
layout(location = 3) in vec2 rides;
// Share of the upper ride, place across the fibres (0: none), place along them.
layout(location = 4) in vec3 strand;
layout(location = 5) in float structure;
uniform mat4 view;
// Three rows each; as many as every card has room for.
layout(std140) uniform Rides { vec4 rows[1023]; };
uniform vec4 looks[128];
// Two structures each: how much lighter or deeper the right and the left one are.
uniform vec4 tints[64];
uniform float state;
// Of a chosen pair, the side that is meant: 1 right, -1 left, 0 both.
uniform float side;
// How much of the baked shadow counts.
uniform float shadow;
// Device pixels outwards, and the size of the picture.
uniform vec3 grow;
out vec3 facing;
out vec3 base;
out float sky;
out vec2 fibre;
out float height;
out float pattern;

vec3 moved(float ride, vec4 p) {
  int i = int(ride) * 3;
  return vec3(dot(rows[i], p), dot(rows[i + 1], p), dot(rows[i + 2], p));
}

vec3 posed(vec4 p) {
  return mix(moved(rides.y, p), moved(rides.x, p), strand.x);
}

void main() {
  vec4 look = looks[int(structure)];
  // State, and in eighths the pattern.
  float own = floor(look.w);
  if (own == 2.0 && place.z * side < 0.0) own = 3.0;
  if (own != state) {
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
  sky = 1.0 - (1.0 - open) * shadow;
  gl_Position = view * p;
  vec2 outwards = (view * vec4(facing, 0.0)).xy * grow.yz;
  gl_Position.xy += outwards / max(length(outwards), 1e-6) * grow.x * 2.0 / grow.yz * gl_Position.w;
}
