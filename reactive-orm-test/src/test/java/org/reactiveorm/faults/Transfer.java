package org.reactiveorm.faults;

import java.util.UUID;
import org.reactiveorm.annotation.Entity;
import org.reactiveorm.annotation.Id;

/** Money that went from one account to another; the client makes the id, so that it can look for it later. */
@Entity(table = "bank_transfers")
public record Transfer(@Id UUID id, long payer, long payee, long amount) {}
