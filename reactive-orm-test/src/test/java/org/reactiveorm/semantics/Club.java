package org.reactiveorm.semantics;

import static org.reactiveorm.annotation.ReferentialAction.NO_ACTION;
import static org.reactiveorm.annotation.ReferentialAction.RESTRICT;

import org.reactiveorm.annotation.Entity;
import org.reactiveorm.annotation.Id;
import org.reactiveorm.annotation.ManyToMany;
import org.reactiveorm.model.Many;

/** Cannot be deleted and keeps its key while it has members. */
@Entity(table = "clubs")
public record Club(
        @Id String name,

        @ManyToMany(mappedBy = "clubs", onDelete = RESTRICT, onUpdate = NO_ACTION)
        Many<Guardian> members) {}
