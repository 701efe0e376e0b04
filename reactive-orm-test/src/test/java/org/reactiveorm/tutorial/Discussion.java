package org.reactiveorm.tutorial;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.reactiveorm.annotation.Count;
import org.reactiveorm.annotation.From;
import org.reactiveorm.annotation.OrderBy;
import org.reactiveorm.annotation.Shape;
import org.reactiveorm.annotation.Sql;
import org.reactiveorm.annotation.Take;
import org.reactiveorm.annotation.Where;

// tag::discussion[]
@Shape(of = Post.class)
record Discussion(
        String title,
        @From("user.username") String by,
        @Sql("left({body}, 80)") @Nullable String teaser,
        @OrderBy("id desc") @Take(3) List<CommentLine> comments,

        @From("comments") @Where("author.username = :reader")
        List<CommentLine> own,

        @Count("comments") long commentCount) {}
// end::discussion[]
