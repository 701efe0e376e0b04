package org.reactiveorm.writes;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The league's tables and relations, said anew: what the model in memory knows must not come from the library. */
final class League {

    private League() {}

    /** A table: what tells its rows apart, and the number that they have. */
    enum Table {
        TEAM(null, 0, List.of("id"), List.of("name")),
        PLAYER("goals", 0, List.of("id"), List.of("name"), List.of("email")),
        PASSPORT(null, 0, List.of("id"), List.of("number"), List.of("playerId")),
        LOCKER(null, 0, List.of("id"), List.of("number"), List.of("playerId")),
        SKILL("level", 1, List.of("id"), List.of("name")),
        CONTRACT("pay", 0, List.of("id"), List.of("title")),
        FIXTURE(null, 0, List.of("id.season", "id.number")),
        APPEARANCE("minutes", 90, List.of("id.season", "id.number", "id.playerId"));

        final @Nullable String number;
        final int initial;
        final List<List<String>> unique;

        @SafeVarargs
        Table(@Nullable String number, int initial, List<String>... unique) {
            this.number = number;
            this.initial = initial;
            this.unique = List.of(unique);
        }

        /** The columns of the primary key. */
        List<String> key() {
            return unique.get(0);
        }

        /** The column with a name, or null where the key is one. */
        @Nullable
        String label() {
            return unique.size() == 1 ? null : unique.get(1).get(0);
        }

        boolean hasVersion() {
            return this == PLAYER;
        }

        /** The column whose value is drawn by the database. */
        boolean isDrawn(String column) {
            return column.equals("id");
        }
    }

    /** Where the key of a relation is, and whether rows can be without each other. */
    enum Kind {
        OWN_OPTIONAL(Verb.CREATE, Verb.CONNECT, Verb.OR_CREATE, Verb.DISCONNECT, Verb.UPDATE, Verb.UPSERT, Verb.DELETE),
        OWN_REQUIRED(Verb.CREATE, Verb.CONNECT, Verb.OR_CREATE, Verb.UPDATE),
        ONE_OPTIONAL(Verb.CREATE, Verb.CONNECT, Verb.OR_CREATE, Verb.DISCONNECT, Verb.UPDATE, Verb.UPSERT, Verb.DELETE),
        ONE_REQUIRED(Verb.CREATE, Verb.CONNECT, Verb.OR_CREATE, Verb.UPDATE, Verb.UPSERT, Verb.DELETE),
        MANY_OPTIONAL(Verb.values()),
        MANY_REQUIRED(
                Verb.CREATE,
                Verb.CREATE_ALL,
                Verb.CONNECT,
                Verb.OR_CREATE,
                Verb.UPDATE,
                Verb.UPDATE_ALL,
                Verb.UPSERT,
                Verb.DELETE,
                Verb.DELETE_ALL),
        JOIN(Verb.values());

        final List<Verb> verbs;

        Kind(Verb... verbs) {
            this.verbs = List.of(verbs);
        }

        boolean isOwn() {
            return this == OWN_OPTIONAL || this == OWN_REQUIRED;
        }

        boolean isToOne() {
            return isOwn() || this == ONE_OPTIONAL || this == ONE_REQUIRED;
        }

        boolean isOptional() {
            return this == OWN_OPTIONAL || this == ONE_OPTIONAL || this == MANY_OPTIONAL || this == JOIN;
        }
    }

    /** What can be done with related rows. */
    enum Verb {
        CREATE,
        CREATE_ALL,
        CONNECT,
        OR_CREATE,
        DISCONNECT,
        SET,
        UPDATE,
        UPDATE_ALL,
        UPSERT,
        DELETE,
        DELETE_ALL;

        static final Set<Verb> ATTACHING = Set.of(CREATE, CREATE_ALL, CONNECT, OR_CREATE);
    }

    /** A relation: which columns of both sides have equal values; those of a join table are in it. */
    enum Link {
        TEAM_PLAYERS(Table.TEAM, Table.PLAYER, Kind.MANY_OPTIONAL, List.of("id"), List.of("teamId")),
        TEAM_CONTRACTS(Table.TEAM, Table.CONTRACT, Kind.MANY_REQUIRED, List.of("id"), List.of("teamId")),
        PLAYER_TEAM(Table.PLAYER, Table.TEAM, Kind.OWN_OPTIONAL, List.of("teamId"), List.of("id")),
        PLAYER_MENTOR(Table.PLAYER, Table.PLAYER, Kind.OWN_OPTIONAL, List.of("mentorId"), List.of("id")),
        PLAYER_MENTEES(Table.PLAYER, Table.PLAYER, Kind.MANY_OPTIONAL, List.of("id"), List.of("mentorId")),
        PLAYER_PASSPORT(Table.PLAYER, Table.PASSPORT, Kind.ONE_REQUIRED, List.of("id"), List.of("playerId")),
        PLAYER_LOCKER(Table.PLAYER, Table.LOCKER, Kind.ONE_OPTIONAL, List.of("id"), List.of("playerId")),
        PLAYER_SKILLS(Table.PLAYER, Table.SKILL, Kind.JOIN, List.of("id"), List.of("id")),
        PLAYER_APPEARANCES(Table.PLAYER, Table.APPEARANCE, Kind.MANY_REQUIRED, List.of("id"), List.of("id.playerId")),
        PASSPORT_PLAYER(Table.PASSPORT, Table.PLAYER, Kind.OWN_REQUIRED, List.of("playerId"), List.of("id")),
        LOCKER_PLAYER(Table.LOCKER, Table.PLAYER, Kind.OWN_OPTIONAL, List.of("playerId"), List.of("id")),
        SKILL_PLAYERS(Table.SKILL, Table.PLAYER, Kind.JOIN, List.of("id"), List.of("id")),
        CONTRACT_TEAM(Table.CONTRACT, Table.TEAM, Kind.OWN_REQUIRED, List.of("teamId"), List.of("id")),
        FIXTURE_APPEARANCES(
                Table.FIXTURE,
                Table.APPEARANCE,
                Kind.MANY_REQUIRED,
                List.of("id.season", "id.number"),
                List.of("id.season", "id.number")),
        APPEARANCE_FIXTURE(
                Table.APPEARANCE,
                Table.FIXTURE,
                Kind.OWN_REQUIRED,
                List.of("id.season", "id.number"),
                List.of("id.season", "id.number")),
        APPEARANCE_PLAYER(Table.APPEARANCE, Table.PLAYER, Kind.OWN_REQUIRED, List.of("id.playerId"), List.of("id"));

        final Table owner;
        final Table target;
        final Kind kind;
        final List<String> source;
        final List<String> key;

        Link(Table owner, Table target, Kind kind, List<String> source, List<String> key) {
            this.owner = owner;
            this.target = target;
            this.kind = kind;
            this.source = source;
            this.key = key;
        }

        static List<Link> of(Table owner) {
            return List.of(values()).stream()
                    .filter(link -> link.owner == owner)
                    .toList();
        }

        /** Whether rows go away with those that they refer to. */
        boolean cascades() {
            return owner == Table.CONTRACT || owner == Table.APPEARANCE;
        }

        /** Whether both are the same pair of rows, seen from either side. */
        boolean isInverseOf(Link other) {
            return kind.isOwn() != other.kind.isOwn()
                    && owner == other.target
                    && target == other.owner
                    && source.equals(other.key)
                    && kind != Kind.JOIN;
        }
    }
}
