package org.reactiveorm.example;

import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.math.BigDecimal;

/** Who wants to give how much to whom. */
record TransferForm(
        @NotNull Long from,
        @NotNull Long to,

        @NotNull @Positive @Digits(integer = 10, fraction = 2)
        BigDecimal amount) {}
