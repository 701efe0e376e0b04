package app;

import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.reactiveorm.query.Attachment;
import org.reactiveorm.query.Nested;

/** The steps of {@link NewComment}. */
@Generated("org.reactiveorm.processor.OrmProcessor")
@NullMarked
public final class NewCommentSteps {

    private NewCommentSteps() {}

    /** Has everything but the post and author. */
    public sealed interface WithoutPostAndAuthor extends Nested<Comment> permits NewComment {

        /** Sets the key of {@link Comment_#post}. */
        NewCommentSteps.WithoutAuthor postId(long postId);

        /** Creates {@link Comment_#post} together with it. */
        NewCommentSteps.WithoutAuthor post(NewPost post);

        /** Creates or connects {@link Comment_#post}. */
        NewCommentSteps.WithoutAuthor post(Attachment<Comment, Post> post);

        /** Sets the key of {@link Comment_#author}. */
        NewCommentSteps.WithoutPost authorId(long authorId);

        /** Creates {@link Comment_#author} together with it. */
        NewCommentSteps.WithoutPost author(NewUser author);

        /** Creates or connects {@link Comment_#author}. */
        NewCommentSteps.WithoutPost author(Attachment<Comment, User> author);

        /** Sets {@link Comment_#id}. */
        NewCommentSteps.WithoutPostAndAuthor id(long id);

        /** Sets {@link Comment_#editorId}. */
        NewCommentSteps.WithoutPostAndAuthor editorId(@Nullable Long editorId);

        /** Creates {@link Comment_#editor} together with it. */
        NewCommentSteps.WithoutPostAndAuthor editor(NewUser editor);

        /** Creates or connects related rows together with it. */
        NewCommentSteps.WithoutPostAndAuthor with(Attachment<Comment, ?> attachment);
    }

    /** Has everything but the author. */
    public sealed interface WithoutAuthor extends Nested<Comment> permits NewComment {

        /** Sets the key of {@link Comment_#author}. */
        NewComment authorId(long authorId);

        /** Creates {@link Comment_#author} together with it. */
        NewComment author(NewUser author);

        /** Creates or connects {@link Comment_#author}. */
        NewComment author(Attachment<Comment, User> author);

        /** Sets {@link Comment_#id}. */
        NewCommentSteps.WithoutAuthor id(long id);

        /** Sets {@link Comment_#editorId}. */
        NewCommentSteps.WithoutAuthor editorId(@Nullable Long editorId);

        /** Creates {@link Comment_#editor} together with it. */
        NewCommentSteps.WithoutAuthor editor(NewUser editor);

        /** Creates or connects related rows together with it. */
        NewCommentSteps.WithoutAuthor with(Attachment<Comment, ?> attachment);
    }

    /** Has everything but the post. */
    public sealed interface WithoutPost extends Nested<Comment> permits NewComment {

        /** Sets the key of {@link Comment_#post}. */
        NewComment postId(long postId);

        /** Creates {@link Comment_#post} together with it. */
        NewComment post(NewPost post);

        /** Creates or connects {@link Comment_#post}. */
        NewComment post(Attachment<Comment, Post> post);

        /** Sets {@link Comment_#id}. */
        NewCommentSteps.WithoutPost id(long id);

        /** Sets {@link Comment_#editorId}. */
        NewCommentSteps.WithoutPost editorId(@Nullable Long editorId);

        /** Creates {@link Comment_#editor} together with it. */
        NewCommentSteps.WithoutPost editor(NewUser editor);

        /** Creates or connects related rows together with it. */
        NewCommentSteps.WithoutPost with(Attachment<Comment, ?> attachment);
    }
}
