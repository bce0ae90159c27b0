/// What differs between installations: the plan's file and `glidepath.yaml`, both read whole before
/// the first construct is made. The door is [dev.glidepath.infra.settings.Inputs].
package dev.glidepath.infra.settings;
