package org.reactiveorm.execution;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import org.jspecify.annotations.Nullable;

/**
 * An array in binary (PostgreSQL, {@code array_send}): the number of dimensions, flags, the type of the elements, the
 * number of elements and the lower bound; then the elements, each after its length, which is -1 for NULL.
 */
final class BinaryElements implements WireElements {

    private static final int HEADER = 20;

    private final int oid;
    private final int count;
    private final ByteBuf rest;
    private final Wire element = new Wire();

    /** Of the element that was read last. */
    private int length;

    private BinaryElements(int oid, int count, ByteBuf rest) {
        this.oid = oid;
        this.count = count;
        this.rest = rest;
    }

    static WireElements of(Wire array) {
        int dimensions = array.int32(0);
        if (dimensions > 1) {
            throw WireElements.nested();
        }
        return dimensions == 0
                ? new BinaryElements(Oid.UNKNOWN, 0, Unpooled.EMPTY_BUFFER)
                : new BinaryElements(array.int32(8), array.int32(12), array.from(HEADER));
    }

    @Override
    public int count() {
        return count;
    }

    @Override
    public @Nullable Wire next() {
        rest.skipBytes(length);
        int size = rest.readInt();
        length = Math.max(0, size);
        return size < 0 ? null : element.at(oid, Wire.Format.BINARY, rest, size);
    }
}
