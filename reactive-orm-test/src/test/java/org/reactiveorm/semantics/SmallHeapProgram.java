package org.reactiveorm.semantics;

import static org.reactiveorm.tutorial.Post_.POST;
import static org.reactiveorm.tutorial.User_.USER;

import org.reactiveorm.ReactiveOrm;
import org.reactiveorm.tutorial.Comment;
import org.reactiveorm.tutorial.Post;
import org.reactiveorm.tutorial.User;

/** A program of its own, which reads all users with their posts and the posts' comments, and prints what it has seen. */
final class SmallHeapProgram {

    private SmallHeapProgram() {}

    public static void main(String[] args) {
        ReactiveOrm orm = ReactiveOrm.connect(args[0]);
        Seen seen = orm.find(USER).orderBy(USER.id.asc()).include(USER.posts.include(POST.comments)).stream(
                        Integer.parseInt(args[1]))
                .reduce(new Seen(0, 0, 0, 0), Seen::and)
                .block();
        orm.close().block();
        System.out.println(seen);
    }

    private record Seen(long users, long posts, long comments, long ids) {

        Seen and(User user) {
            Seen sum = new Seen(users + 1, posts, comments, ids + user.id());
            for (Post post : user.posts()) {
                sum = sum.and(post);
            }
            return sum;
        }

        private Seen and(Post post) {
            long sum = ids + post.id();
            for (Comment comment : post.comments()) {
                sum += comment.id();
            }
            return new Seen(users, posts + 1, comments + post.comments().size(), sum);
        }
    }
}
