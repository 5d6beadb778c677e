#version 300 es
precision highp float;
layout(location = 0) in vec3 place;
layout(location = 1) in vec3 normal;
layout(location = 2) in float open;
// Upper bone, lower bone, share of the upper (0 to 255), structure.
layout(location = 3) in vec4 follows;
// Place across the fibres (0: none), share of tendon.
layout(location = 4) in vec2 grain;
uniform mat4 view;
uniform vec4 bones[27];
uniform vec4 looks[24];
uniform float state;
// How much of the baked shadow counts.
uniform float shadow;
// Device pixels outwards, and the size of the picture.
uniform vec3 grow;
out vec3 facing;
out vec3 base;
out float sky;
out vec2 fibre;

vec3 moved(float bone, vec4 p) {
  int i = int(bone) * 3;
  return vec3(dot(bones[i], p), dot(bones[i + 1], p), dot(bones[i + 2], p));
}

void main() {
  vec4 look = looks[int(follows.w)];
  if (look.w != state) {
    gl_Position = vec4(2.0, 2.0, 2.0, 1.0);
    return;
  }
  float upper = follows.z / 255.0;
  vec4 p = vec4(mix(moved(follows.y, vec4(place, 1.0)), moved(follows.x, vec4(place, 1.0)), upper), 1.0);
  facing = normalize(mix(moved(follows.y, vec4(normal, 0.0)), moved(follows.x, vec4(normal, 0.0)), upper));
  base = look.rgb;
  fibre = grain;
  sky = 1.0 - (1.0 - open) * shadow;
  gl_Position = view * p;
  vec2 outwards = (view * vec4(facing, 0.0)).xy * grow.yz;
  gl_Position.xy += outwards / max(length(outwards), 1e-6) * grow.x * 2.0 / grow.yz * gl_Position.w;
}
