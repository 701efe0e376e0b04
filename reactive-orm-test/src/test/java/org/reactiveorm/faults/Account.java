package org.reactiveorm.faults;

import org.reactiveorm.annotation.Entity;
import org.reactiveorm.annotation.Id;

/** An account of the bank. */
@Entity(table = "bank_accounts")
public record Account(@Id long id, long balance) {}
