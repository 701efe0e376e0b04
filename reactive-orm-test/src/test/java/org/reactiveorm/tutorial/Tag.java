package org.reactiveorm.tutorial;

import org.reactiveorm.annotation.Entity;
import org.reactiveorm.annotation.Generated;
import org.reactiveorm.annotation.Id;
import org.reactiveorm.annotation.ManyToMany;
import org.reactiveorm.annotation.Unique;
import org.reactiveorm.model.Many;

// tag::tag[]
@Entity(table = "tags")
public record Tag(
        @Id @Generated long id,
        @Unique String name,
        @ManyToMany(mappedBy = "tags") Many<Post> posts) {}
// end::tag[]
