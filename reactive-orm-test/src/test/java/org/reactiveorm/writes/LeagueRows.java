package org.reactiveorm.writes;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.reactiveorm.writes.Graph.Key;
import org.reactiveorm.writes.League.Kind;
import org.reactiveorm.writes.League.Link;
import org.reactiveorm.writes.League.Table;

/** The league's tables in memory, with their constraints. */
final class LeagueRows {

    /** What is violated or missing. */
    enum Failure {
        NOT_FOUND,
        UNIQUE,
        FOREIGN_KEY,
        NOT_NULL
    }

    /** The call fails. */
    static final class Refused extends RuntimeException {

        private static final long serialVersionUID = 1L;

        final Failure failure;

        Refused(Failure failure) {
            super(failure.toString());
            this.failure = failure;
        }
    }

    /** A row; it is the same one whatever its values are. */
    static final class Row {

        final Table table;
        private final Map<String, Object> values = new LinkedHashMap<>();

        Row(Table table, Map<String, Object> values) {
            this.table = table;
            values.forEach(this::set);
        }

        @Nullable
        Object get(String column) {
            return values.get(column);
        }

        List<@Nullable Object> get(List<String> columns) {
            List<@Nullable Object> all = new ArrayList<>();
            columns.forEach(column -> all.add(values.get(column)));
            return all;
        }

        void set(String column, @Nullable Object value) {
            if (value == null) {
                values.remove(column);
            } else {
                values.put(column, value);
            }
        }
    }

    /** A row of the join table. */
    record Joined(Row player, Row skill) {}

    private final Map<Table, List<Row>> rows = new EnumMap<>(Table.class);
    private final Set<Joined> joined = new LinkedHashSet<>();
    private long drawn = -1;

    /** The rows that are there before each case. */
    static LeagueRows initial() {
        LeagueRows league = new LeagueRows();
        for (Table table : Table.values()) {
            league.rows.put(table, new ArrayList<>());
        }
        new InitialRows(league).fill();
        return league;
    }

    List<Row> of(Table table) {
        return rows.getOrDefault(table, List.of());
    }

    boolean has(Row row) {
        return of(row.table).contains(row);
    }

    Row add(Table table, Map<String, Object> values) {
        Row row = new Row(table, values);
        for (String column : table.key()) {
            if (table.isDrawn(column) && row.get(column) == null) {
                row.set(column, drawn--);
            }
        }
        if (table.number != null && row.get(table.number) == null) {
            row.set(table.number, table.initial);
        }
        if (table.hasVersion()) {
            row.set("version", 0);
        }
        of(table).add(row);
        requireUnique(row);
        return row;
    }

    void requireUnique(Row row) {
        for (List<String> key : row.table.unique) {
            List<@Nullable Object> values = row.get(key);
            boolean isTaken = of(row.table).stream()
                    .anyMatch(other -> other != row && other.get(key).equals(values));
            if (isTaken && !values.contains(null)) {
                throw new Refused(Failure.UNIQUE);
            }
        }
    }

    @Nullable
    Row find(Table table, Key key) {
        return of(table).stream().filter(row -> matches(row, key)).findFirst().orElse(null);
    }

    static boolean matches(Row row, Key key) {
        return row.get(key.columns()).equals(key.values());
    }

    /** The rows that are related to one. */
    List<Row> related(Link link, Row parent) {
        if (link.kind == Kind.JOIN) {
            return of(link.target).stream()
                    .filter(row -> joined.contains(join(link, parent, row)))
                    .toList();
        }
        List<@Nullable Object> key = parent.get(link.source);
        return key.contains(null)
                ? List.of()
                : of(link.target).stream()
                        .filter(row -> row.get(link.key).equals(key))
                        .toList();
    }

    private static Joined join(Link link, Row parent, Row row) {
        return link == Link.PLAYER_SKILLS ? new Joined(parent, row) : new Joined(row, parent);
    }

    void join(Link link, Row parent, Row row, boolean isJoined) {
        Joined both = join(link, parent, row);
        if (isJoined) {
            joined.add(both);
        } else {
            joined.remove(both);
        }
    }

    /** Removes rows with all that goes away with them. */
    void remove(List<Row> gone) {
        for (Row row : gone) {
            of(row.table).remove(row);
            joined.removeIf(both -> both.player() == row || both.skill() == row);
            for (Link link : Link.values()) {
                if (link.kind.isOwn() && link.target == row.table && link.cascades()) {
                    remove(of(link.owner).stream()
                            .filter(other -> other.get(link.source).equals(row.get(link.key)))
                            .toList());
                }
            }
        }
    }

    /** At the end of each statement. */
    void requireForeignKeys() {
        for (Link link : Link.values()) {
            if (link.kind.isOwn()) {
                of(link.owner).forEach(row -> requireForeignKey(link, row));
            }
        }
    }

    private void requireForeignKey(Link link, Row row) {
        if (!row.get(link.source).contains(null) && related(link, row).isEmpty()) {
            throw new Refused(Failure.FOREIGN_KEY);
        }
    }

    /** All rows as lines, without the keys that are drawn. */
    List<String> lines() {
        Stream<String> own = rows.values().stream().flatMap(List::stream).map(this::line);
        Stream<String> joins = joined.stream()
                .map(both -> "joined " + both.player().get("name") + " "
                        + both.skill().get("name"));
        return Stream.concat(own, joins).sorted().toList();
    }

    private String line(Row row) {
        StringBuilder line = new StringBuilder(row.table.toString().toLowerCase(java.util.Locale.ROOT));
        for (String column : columns(row.table)) {
            Object value = row.get(column);
            line.append(' ').append(Objects.toString(value, ""));
        }
        for (Link link : Link.of(row.table)) {
            if (link.kind.isOwn() && link != Link.APPEARANCE_FIXTURE) {
                List<Row> referred = related(link, row);
                line.append(' ')
                        .append(referred.isEmpty() ? "" : referred.get(0).get("name"));
            }
        }
        return line.toString();
    }

    private static List<String> columns(Table table) {
        return switch (table) {
            case TEAM -> List.of("name");
            case PLAYER -> List.of("name", "email", "goals", "version");
            case PASSPORT, LOCKER -> List.of("number");
            case SKILL -> List.of("name", "level");
            case CONTRACT -> List.of("title", "pay");
            case FIXTURE -> List.of("id.season", "id.number");
            case APPEARANCE -> List.of("id.season", "id.number", "minutes");
        };
    }

    /** The same lines of the database. */
    static final String LINES = """
            select concat_ws(' ', 'team', name) as line from teams
            union all select format('player %s %s %s %s %s %s', p.name, p.email, p.goals, p.version, t.name, m.name)
              from players p left join teams t on t.id = p.team_id left join players m on m.id = p.mentor_id
            union all select format('passport %s %s', a.number, p.name) from passports a left join players p on p.id = a.player_id
            union all select format('locker %s %s', a.number, p.name) from lockers a left join players p on p.id = a.player_id
            union all select format('skill %s %s', name, level) from skills
            union all select format('contract %s %s %s', c.title, c.pay, t.name) from contracts c left join teams t on t.id = c.team_id
            union all select format('fixture %s %s', season, number) from fixtures
            union all select format('appearance %s %s %s %s', a.season, a.number, a.minutes, p.name)
              from appearances a left join players p on p.id = a.player_id
            union all select format('joined %s %s', p.name, s.name)
              from player_skills j join players p on p.id = j.player_id join skills s on s.id = j.skill_id
            """;
}
