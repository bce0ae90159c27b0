package dev.glidepath.local.architecture.bad;

import dev.glidepath.core.money.Money;

public record KnowsAnotherModule(Money money) {}
