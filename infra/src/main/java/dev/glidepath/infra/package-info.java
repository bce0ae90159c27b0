/// The CDK app: one stack, put together from constructs by capability. The door is
/// [dev.glidepath.infra.GlidepathApp].
package dev.glidepath.infra;
