package org.reactiveorm.writes;

import org.reactiveorm.annotation.Default;
import org.reactiveorm.annotation.Entity;
import org.reactiveorm.annotation.Generated;
import org.reactiveorm.annotation.Id;
import org.reactiveorm.annotation.ManyToMany;
import org.reactiveorm.annotation.Unique;
import org.reactiveorm.model.Many;

/** A skill: the other side of a join table. */
@Entity(table = "skills")
public record Skill(
        @Id @Generated long id,
        @Unique String name,
        @Default("1") int level,
        @ManyToMany(mappedBy = "skills") Many<Player> players) {}
