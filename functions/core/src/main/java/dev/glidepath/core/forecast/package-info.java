/// What days to come will cost, from what days have cost: which method was least wrong so far, how
/// wrong it was, and so how likely an amount is. Start reading at `Forecaster.ahead`. Depends on
/// nothing; a list of amounts, one per day and the newest last, is all that it needs.
package dev.glidepath.core.forecast;
