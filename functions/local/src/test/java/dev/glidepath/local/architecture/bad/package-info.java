/// One class per rule of the architecture that breaks it, so that each rule is seen to fail.
package dev.glidepath.local.architecture.bad;
