package org.reactiveorm.benchmark;

import io.r2dbc.spi.Row;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The records that the hand-written code reads rows into, by index, as fast hand-written code does. */
final class RawRows {

    private RawRows() {}

    record UserRow(
            long id,
            String username,
            String email,
            @Nullable Integer age,
            boolean isVerified,
            BigDecimal balance,
            Instant createdAt,
            List<PostRow> posts) {

        static final String COLUMNS = "id, username, email, age, is_verified, balance, created_at";

        static UserRow of(Row row) {
            return new UserRow(
                    row.get(0, Long.class),
                    row.get(1, String.class),
                    row.get(2, String.class),
                    row.get(3, Integer.class),
                    row.get(4, Boolean.class),
                    row.get(5, BigDecimal.class),
                    row.get(6, Instant.class),
                    new ArrayList<>());
        }
    }

    record PostRow(
            long id,
            String title,
            @Nullable String body,
            boolean published,
            Instant createdAt,
            long userId,
            List<CommentRow> comments) {

        static final String COLUMNS = "id, title, body, published, created_at, user_id";

        static PostRow of(Row row) {
            return new PostRow(
                    row.get(0, Long.class),
                    row.get(1, String.class),
                    row.get(2, String.class),
                    row.get(3, Boolean.class),
                    row.get(4, Instant.class),
                    row.get(5, Long.class),
                    new ArrayList<>());
        }
    }

    record CommentRow(long id, String text, Instant createdAt, long postId, long authorId) {

        static final String COLUMNS = "id, text, created_at, post_id, author_id";

        static CommentRow of(Row row) {
            return new CommentRow(
                    row.get(0, Long.class),
                    row.get(1, String.class),
                    row.get(2, Instant.class),
                    row.get(3, Long.class),
                    row.get(4, Long.class));
        }
    }

    record NoteRow(long id, String title, String body, int views, Instant createdAt) {

        static final String COLUMNS = "id, title, body, views, created_at";

        static NoteRow of(Row row) {
            return new NoteRow(
                    row.get(0, Long.class),
                    row.get(1, String.class),
                    row.get(2, String.class),
                    row.get(3, Integer.class),
                    row.get(4, Instant.class));
        }
    }

    record TagRow(
            long id, String name, String description, int uses, boolean hidden, BigDecimal weight, Instant createdAt) {

        static final String COLUMNS = "id, name, description, uses, hidden, weight, created_at";

        static TagRow of(Row row) {
            return new TagRow(
                    row.get(0, Long.class),
                    row.get(1, String.class),
                    row.get(2, String.class),
                    row.get(3, Integer.class),
                    row.get(4, Boolean.class),
                    row.get(5, BigDecimal.class),
                    row.get(6, Instant.class));
        }
    }
}
