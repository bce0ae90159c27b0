/// The reduction plan: what is aimed at, by when, and which charges belong to whom; and its file,
/// whose door is [dev.glidepath.core.plan.PlanFile]. Depends on `money` and `cost`.
package dev.glidepath.core.plan;
