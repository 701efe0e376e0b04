package org.reactiveorm.writes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.reactiveorm.writes.Contract_.CONTRACT;
import static org.reactiveorm.writes.Player_.PLAYER;
import static org.reactiveorm.writes.Team_.TEAM;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.reactiveorm.ReactiveOrm;
import org.reactiveorm.UnitOfWork;
import org.reactiveorm.query.New;
import org.reactiveorm.test.OrmExtension;
import org.reactiveorm.write.BatchResult;

/** Random units of work do to the tables what they do to a model in memory. */
class RandomUnitsIT {

    private static final int ROUNDS = 60;

    @RegisterExtension
    static final OrmExtension database = OrmExtension.postgres().perTest();

    /** A player as it should be; its name tells it from others. */
    private record Expected(@Nullable String team, @Nullable String mentor, int goals, int version) {}

    private final Map<String, Team> teams = new TreeMap<>();
    private final Map<String, Player> players = new TreeMap<>();
    private final Map<String, Contract> contracts = new TreeMap<>();
    private final Map<String, Expected> expectedPlayers = new TreeMap<>();
    private final Map<String, String> expectedContracts = new TreeMap<>();
    private final Random random = new Random(20261127);
    private int names;

    @Test
    void aUnitOfWorkChangesWhatItsModelChanges() {
        ReactiveOrm orm = database.orm();
        for (int round = 0; round < ROUNDS; round++) {
            new Round(orm.batch()).play();
            compare(orm);
        }
        assertThat(players).hasSizeGreaterThan(20);
    }

    private void compare(ReactiveOrm orm) {
        teams.clear();
        players.clear();
        contracts.clear();
        Map<Long, String> byId = new HashMap<>();
        orm.find(TEAM).all().toIterable().forEach(team -> teams.put(team.name(), team));
        orm.find(CONTRACT).include(CONTRACT.team).all().toIterable().forEach(each -> contracts.put(each.title(), each));
        Map<Long, String> teamsById = new HashMap<>();
        teams.values().forEach(team -> teamsById.put(team.id(), team.name()));
        orm.find(PLAYER).all().toIterable().forEach(each -> {
            players.put(each.name(), each);
            byId.put(each.id(), each.name());
        });
        Map<String, Expected> actual = new TreeMap<>();
        players.forEach((name, player) -> actual.put(
                name,
                new Expected(
                        player.teamId() == null ? null : teamsById.get(player.teamId()),
                        player.mentorId() == null ? null : byId.get(player.mentorId()),
                        player.goals(),
                        player.version())));
        Map<String, String> owners = new TreeMap<>();
        contracts.forEach(
                (title, contract) -> owners.put(title, contract.team().get().name()));
        assertThat(actual).isEqualTo(expectedPlayers);
        assertThat(owners).isEqualTo(expectedContracts);
        assertThat(teams.keySet()).containsAll(owners.values());
    }

    /** One unit of work. */
    private final class Round {

        private UnitOfWork work;
        private final Map<String, NewTeam> newTeams = new TreeMap<>();
        private final Map<String, NewPlayer> newPlayers = new TreeMap<>();
        private final List<New<?>> inserts = new ArrayList<>();

        Round(UnitOfWork work) {
            this.work = work;
        }

        void play() {
            delete();
            update();
            insert();
            Collections.shuffle(inserts, random);
            BatchResult result = work.insertAll(inserts).flush().block();
            assertThat(result).isNotNull();
            newPlayers.forEach(
                    (name, draft) -> assertThat(result.of(draft).name()).isEqualTo(name));
            newTeams.forEach(
                    (name, draft) -> assertThat(result.of(draft).name()).isEqualTo(name));
        }

        private boolean chance(int percent) {
            return random.nextInt(100) < percent;
        }

        private <T> @Nullable T any(Map<String, T> all) {
            List<T> values = new ArrayList<>(all.values());
            return values.isEmpty() ? null : values.get(random.nextInt(values.size()));
        }

        /** Players that are nobody's mentor, their teams' contracts, and teams that nobody is in any more. */
        private void delete() {
            List<Player> gone = new ArrayList<>();
            for (Player player : List.copyOf(players.values())) {
                boolean isMentor = expectedPlayers.values().stream()
                        .anyMatch(other -> player.name().equals(other.mentor()));
                if (!isMentor && chance(15)) {
                    gone.add(player);
                    expectedPlayers.remove(player.name());
                    players.remove(player.name());
                }
            }
            for (Team team : List.copyOf(teams.values())) {
                boolean isEmpty = expectedPlayers.values().stream()
                        .noneMatch(player -> team.name().equals(player.team()));
                if (isEmpty && chance(30)) {
                    List<Contract> its = contracts.values().stream()
                            .filter(contract -> contract.teamId() == team.id())
                            .toList();
                    its.forEach(contract -> expectedContracts.remove(contract.title()));
                    teams.remove(team.name());
                    work = work.delete(TEAM, team).deleteAll(CONTRACT, its);
                }
            }
            work = work.deleteAll(PLAYER, gone);
        }

        private void update() {
            for (Player player : players.values()) {
                if (chance(20)) {
                    Team team = chance(70) ? any(teams) : null;
                    Expected now = expectedPlayers.get(player.name());
                    work = work.update(PLAYER, changed(player, team == null ? null : team.id()));
                    expectedPlayers.put(
                            player.name(),
                            new Expected(
                                    team == null ? null : team.name(),
                                    now.mentor(),
                                    now.goals() + 1,
                                    now.version() + 1));
                }
            }
        }

        private void insert() {
            for (int i = random.nextInt(4); i > 0; i--) {
                newTeams.put("t" + names, NewTeam.name("t" + names++));
            }
            for (int i = random.nextInt(8); i > 0; i--) {
                newPlayer("p" + names++);
            }
            for (int i = random.nextInt(4); i > 0; i--) {
                newContract("c" + names++);
            }
            newTeams.values().stream().filter(team -> chance(50)).forEach(inserts::add);
            newPlayers.values().forEach(inserts::add);
            newTeams.values().forEach(inserts::add);
        }

        private void newPlayer(String name) {
            NewPlayer player = NewPlayer.name(name);
            String team = null;
            String mentor = null;
            NewTeam newTeam = any(newTeams);
            Team oldTeam = any(teams);
            if (newTeam != null && chance(50)) {
                team = (String) newTeam.draft().values().get(TEAM.name.property());
                player = player.team(newTeam);
            } else if (oldTeam != null && chance(60)) {
                team = oldTeam.name();
                player = chance(50) ? player.teamId(oldTeam.id()) : player.with(PLAYER.team.connect(oldTeam.id()));
            }
            NewPlayer newMentor = any(newPlayers);
            Player oldMentor = any(players);
            if (newMentor != null && chance(60)) {
                mentor = (String) newMentor.draft().values().get(PLAYER.name.property());
                player = player.mentor(newMentor);
            } else if (oldMentor != null && chance(40)) {
                mentor = oldMentor.name();
                player = player.mentorId(oldMentor.id());
            }
            player = chance(30) ? player.email(name + "@x") : player;
            newPlayers.put(name, player);
            expectedPlayers.put(name, new Expected(team, mentor, 0, 0));
        }

        private void newContract(String title) {
            NewTeam newTeam = any(newTeams);
            Team oldTeam = any(teams);
            if (newTeam != null) {
                inserts.add(NewContract.title(title).team(newTeam));
                expectedContracts.put(title, (String) newTeam.draft().values().get(TEAM.name.property()));
            } else if (oldTeam != null) {
                inserts.add(NewContract.title(title).teamId(oldTeam.id()));
                expectedContracts.put(title, oldTeam.name());
            }
        }
    }

    private static Player changed(Player player, @Nullable Long team) {
        return new Player(
                player.id(),
                player.name(),
                player.email(),
                player.goals() + 1,
                player.version(),
                team,
                player.team(),
                player.mentorId(),
                player.mentor(),
                player.mentees(),
                player.passport(),
                player.locker(),
                player.skills(),
                player.appearances());
    }
}
