package org.reactiveorm.semantics;

import org.reactiveorm.annotation.Entity;
import org.reactiveorm.annotation.Generated;
import org.reactiveorm.annotation.Id;
import org.reactiveorm.annotation.ManyToMany;
import org.reactiveorm.model.Many;

/** Everybody's, without a scope of its own. */
@Entity(table = "topics")
public record Topic(
        @Id @Generated long id,
        String name,
        @ManyToMany(mappedBy = "topics") Many<Task> tasks) {}
