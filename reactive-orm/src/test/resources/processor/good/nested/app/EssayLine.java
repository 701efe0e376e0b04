package app;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.reactiveorm.annotation.Count;
import org.reactiveorm.annotation.From;
import org.reactiveorm.annotation.Shape;
import org.reactiveorm.annotation.Sql;
import org.reactiveorm.annotation.Where;

/** Flat: names in camel case and paths over relations, an embedded record of another row, counts, SQL. */
@Shape(of = Essay.class)
public record EssayLine(
        @From("title") String headline,
        String authorName,
        Home authorHome,
        @Nullable String authorHomeCity,
        @From("author.boss.name") @Nullable String boss,
        @From("author.mood") @Nullable Mood mood,
        List<String> authorTags,
        @Nullable UUID authorBossId,
        @Count("topics") long topics,
        @Count("topics") @Where("name <> 'a''b' and name ilike :topic") Integer someTopics,
        @Sql("upper({title}) || '?' || {author.boss.name} || {:suffix} || '{{}}'") @Nullable String shout,
        @Sql("array[{author.name}]") List<String> names) {}
