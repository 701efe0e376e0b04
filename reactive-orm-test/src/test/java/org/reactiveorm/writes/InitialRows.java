package org.reactiveorm.writes;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.reactiveorm.writes.League.Link;
import org.reactiveorm.writes.League.Table;
import org.reactiveorm.writes.LeagueRows.Row;

/** The rows that are there before each case, once for the model and once as a script. */
record InitialRows(LeagueRows league) {

    static final String SCRIPT = """
            delete from appearances; delete from fixtures; delete from contracts; delete from player_skills; delete from skills;
            delete from lockers; delete from passports; update players set mentor_id = null; delete from players; delete from teams;
            insert into teams (id, name) overriding system value
              select i, 'team' || i from generate_series(1, 6) i;
            insert into players (id, name, email, version) overriding system value
              select i, 'player' || i, case when i % 2 = 0 then 'mail' || i end, 0
              from generate_series(1, 14) i;
            update players set team_id = (array[1,1,1,2,2,3,4,5,null,1,2,3,6,1])[id];
            update players set mentor_id = (array[null,1,1,null,4,null,13,null,null,1,2,11,null,4])[id];
            insert into passports (id, number, player_id) overriding system value
              select i, 'passport' || i, i * 2 - 1 from generate_series(1, 5) i;
            insert into lockers (id, number, player_id) overriding system value
              select i, 'locker' || i, (array[1,2,3,4,12,10,null])[i] from generate_series(1, 7) i;
            insert into skills (id, name, level) overriding system value
              select i, 'skill' || i, i from generate_series(1, 7) i;
            insert into player_skills (player_id, skill_id)
              select p, s from generate_series(1, 14) p, generate_series(1, 5) s where (p + s) % 3 = 0;
            insert into contracts (id, title, pay, team_id) overriding system value
              select i, 'contract' || i, i, (i + 2) / 3 from generate_series(1, 10) i;
            insert into fixtures (season, number, place) select s, n, 'x' from generate_series(1, 2) s, generate_series(1, 3) n;
            insert into appearances (season, number, player_id, minutes)
              select s, n, p, 90 from generate_series(1, 2) s, generate_series(1, 2) n, generate_series(1, 7) p where (p + s + n) % 3 = 0;
            """;

    private static final @Nullable Long[] TEAMS = {1L, 1L, 1L, 2L, 2L, 3L, 4L, 5L, null, 1L, 2L, 3L, 6L, 1L};
    private static final @Nullable Long[] MENTORS = {
        null, 1L, 1L, null, 4L, null, 13L, null, null, 1L, 2L, 11L, null, 4L
    };

    private static final @Nullable Long[] HOLDERS = {1L, 2L, 3L, 4L, 12L, 10L, null};

    void fill() {
        for (int i = 1; i <= 6; i++) {
            named(Table.TEAM, i);
        }
        for (int i = 1; i <= 14; i++) {
            player(i);
        }
        for (int i = 1; i <= 5; i++) {
            named(Table.PASSPORT, i).set("playerId", i * 2L - 1);
        }
        for (int i = 1; i <= 7; i++) {
            named(Table.LOCKER, i).set("playerId", HOLDERS[i - 1]);
            named(Table.SKILL, i).set("level", i);
        }
        for (int i = 1; i <= 10; i++) {
            Row contract = named(Table.CONTRACT, i);
            contract.set("pay", i);
            contract.set("teamId", (i + 2L) / 3);
        }
        join();
        fixtures();
    }

    private Row named(Table table, int i) {
        String label = table.label();
        if (label == null) {
            throw new IllegalStateException("No name");
        }
        return league.add(
                table, Map.of("id", (long) i, label, table.toString().toLowerCase(java.util.Locale.ROOT) + i));
    }

    private void player(int i) {
        Row player = named(Table.PLAYER, i);
        player.set("email", i % 2 == 0 ? "mail" + i : null);
        player.set("teamId", TEAMS[i - 1]);
        player.set("mentorId", MENTORS[i - 1]);
    }

    private void join() {
        for (int p = 1; p <= 14; p++) {
            for (int s = 1; s <= 5; s++) {
                if ((p + s) % 3 == 0) {
                    league.join(
                            Link.PLAYER_SKILLS,
                            league.of(Table.PLAYER).get(p - 1),
                            league.of(Table.SKILL).get(s - 1),
                            true);
                }
            }
        }
    }

    private void fixtures() {
        for (int season = 1; season <= 2; season++) {
            for (int number = 1; number <= 3; number++) {
                league.add(Table.FIXTURE, Map.of("id.season", season, "id.number", number));
                for (int p = 1; p <= 7 && number < 3; p++) {
                    if ((p + season + number) % 3 == 0) {
                        Map<String, Object> key = new HashMap<>(Map.of("id.season", season, "id.number", number));
                        key.put("id.playerId", (long) p);
                        league.add(Table.APPEARANCE, key);
                    }
                }
            }
        }
    }
}
