/// Why a week cost something else than the week before, in steps that add up to the difference to
/// the last digit. Start reading at `Bridging.of`. Depends on `money`, `calendar` and `cost`.
package dev.glidepath.core.bridge;
