precision highp float;
precision highp int;
layout(std140) uniform Frame {
  mat4 view;
  vec4 axes[3];
  vec4 light;
  vec4 rim;
  vec4 tendon;
  vec4 marks;
  vec4 mixed;
  vec4 size;
  vec4 looks[128];
  vec4 tints[64];
  vec4 rows[819];
};
