package org.reactiveorm.semantics;

import static org.reactiveorm.tutorial.Comment_.COMMENT;
import static org.reactiveorm.tutorial.Post_.POST;
import static org.reactiveorm.tutorial.User_.USER;

import org.reactiveorm.FindSpec;
import org.reactiveorm.ReactiveOrm;
import org.reactiveorm.tutorial.Comment;
import org.reactiveorm.tutorial.Post;
import org.reactiveorm.tutorial.User;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A program of its own, which reads more than its memory holds and prints what it has seen. */
final class SmallHeapProgram {

    private SmallHeapProgram() {}

    public static void main(String[] args) {
        ReactiveOrm orm = ReactiveOrm.connect(args[0]);
        Seen seen = Way.valueOf(args[1])
                .read(orm)
                .reduce(new Seen(0, 0, 0, 0), Seen::plus)
                .block();
        orm.close().block();
        System.out.println(seen);
    }

    enum Way {
        STREAM {
            @Override
            Flux<Seen> read(ReactiveOrm orm) {
                return users(orm).stream(500).map(Seen::of);
            }
        },
        ALL {
            @Override
            Flux<Seen> read(ReactiveOrm orm) {
                return users(orm).all().map(Seen::of);
            }
        },
        /** The consumer waits for a statement that has its turn after the one that it consumes. */
        SLOW_IN_A_TRANSACTION {
            @Override
            Flux<Seen> read(ReactiveOrm orm) {
                return orm.transaction(orm.find(COMMENT)
                        .all()
                        .concatMap(comment -> comment.id() % 100_000 == 1
                                ? orm.find(COMMENT).byId(comment.id()).one()
                                : Mono.just(comment))
                        .map(Seen::of)
                        .reduce(Seen::plus)
                        .flux());
            }
        };

        abstract Flux<Seen> read(ReactiveOrm orm);

        private static FindSpec<User, Long> users(ReactiveOrm orm) {
            return orm.find(USER).orderBy(USER.id.asc()).include(USER.posts.include(POST.comments));
        }
    }

    /** How many rows of each table, and the sum of their ids. */
    record Seen(long users, long posts, long comments, long ids) {

        static Seen of(User user) {
            return user.posts().stream().map(Seen::of).reduce(new Seen(1, 0, 0, user.id()), Seen::plus);
        }

        private static Seen of(Post post) {
            return post.comments().stream().map(Seen::of).reduce(new Seen(0, 1, 0, post.id()), Seen::plus);
        }

        static Seen of(Comment comment) {
            return new Seen(0, 0, 1, comment.id());
        }

        Seen plus(Seen other) {
            return new Seen(users + other.users, posts + other.posts, comments + other.comments, ids + other.ids);
        }
    }
}
