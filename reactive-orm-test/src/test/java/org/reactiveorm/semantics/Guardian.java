package org.reactiveorm.semantics;

import static org.reactiveorm.annotation.ReferentialAction.CASCADE;

import org.reactiveorm.annotation.Entity;
import org.reactiveorm.annotation.Id;
import org.reactiveorm.annotation.ManyToMany;
import org.reactiveorm.model.Many;

/** Referred to with every referential action; a key that can change. Links follow a guardian's key and go with it. */
@Entity(table = "guardians")
public record Guardian(
        @Id String code, @ManyToMany(onUpdate = CASCADE) Many<Club> clubs) {}
