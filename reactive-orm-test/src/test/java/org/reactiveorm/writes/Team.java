package org.reactiveorm.writes;

import org.reactiveorm.annotation.Entity;
import org.reactiveorm.annotation.Generated;
import org.reactiveorm.annotation.Id;
import org.reactiveorm.annotation.Unique;
import org.reactiveorm.model.Many;

/** A team: players that can be without it, contracts and kits that cannot. */
@Entity(table = "teams")
public record Team(
        @Id @Generated long id, @Unique String name, Many<Player> players, Many<Contract> contracts, Many<Kit> kits) {}
