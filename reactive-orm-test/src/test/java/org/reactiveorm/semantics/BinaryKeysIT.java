package org.reactiveorm.semantics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.reactiveorm.semantics.BlobPart_.BLOB_PART;
import static org.reactiveorm.semantics.Blob_.BLOB;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.reactiveorm.ReactiveOrm;
import org.reactiveorm.error.NotFoundException;
import org.reactiveorm.test.OrmExtension;
import reactor.test.StepVerifier;

/** Arrays are equal in the database, where Java compares them by identity. */
@Timeout(60)
class BinaryKeysIT {

    private static final byte[] FIRST = {1, 2};
    private static final byte[] SECOND = {2, 1};

    @RegisterExtension
    static final OrmExtension database = OrmExtension.postgres().perTest();

    private ReactiveOrm orm;

    @BeforeEach
    void fill() {
        orm = database.orm();
        orm.insertAll(List.of(
                        NewBlob.hash(FIRST).name("first").parts(NewBlobPart.content("a"), NewBlobPart.content("b")),
                        NewBlob.hash(SECOND).name("second").parts(NewBlobPart.content("c"))))
                .all()
                .blockLast();
    }

    @Test
    void relatedRowsFindEachOther() {
        assertThat(orm.find(BLOB)
                        .orderBy(BLOB.name.asc())
                        .include(BLOB.parts.orderBy(BLOB_PART.content.asc()))
                        .all()
                        .map(blob ->
                                blob.parts().stream().map(BlobPart::content).toList())
                        .collectList()
                        .block())
                .containsExactly(List.of("a", "b"), List.of("c"));
        assertThat(orm.find(BLOB_PART)
                        .orderBy(BLOB_PART.content.asc())
                        .include(BLOB_PART.blob)
                        .all()
                        .map(part -> part.blob().get().name())
                        .collectList()
                        .block())
                .containsExactly("first", "first", "second");
    }

    @Test
    void aKeyThatIsGivenTwiceWithTheSameBytesIsNoContradiction() {
        byte[] hash = {3};
        StepVerifier.create(orm.insert(NewBlob.hash(hash)
                                .name("third")
                                .parts(NewBlobPart.content("d").blobHash(hash.clone())))
                        .include(BLOB.parts)
                        .one()
                        .map(blob -> blob.parts().list().get(0).blobHash()))
                .assertNext(stored -> assertThat(stored).isEqualTo(hash))
                .verifyComplete();
    }

    @Test
    void aMissingRowIsNamedByItsBytes() {
        assertThat(orm.find(BLOB).byId(SECOND.clone()).one().map(Blob::name).block())
                .isEqualTo("second");
        StepVerifier.create(orm.find(BLOB).byId(new byte[] {0, -1}).oneOrFail())
                .verifyErrorSatisfies(error -> assertThat(error)
                        .isInstanceOf(NotFoundException.class)
                        .hasMessage("There is no Blob with id \\x00ff."));
    }
}
