package org.reactiveorm.library;

import org.reactiveorm.annotation.Entity;
import org.reactiveorm.annotation.Id;
import org.reactiveorm.annotation.ManyToMany;
import org.reactiveorm.model.Many;

/** A tag: a natural key, and the other side of a join table. */
@Entity(table = "library_tags")
public record Tag(
        @Id String name, @ManyToMany(mappedBy = "tags") Many<Book> books) {}
