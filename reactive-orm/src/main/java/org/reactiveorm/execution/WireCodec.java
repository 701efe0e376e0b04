package org.reactiveorm.execution;

import io.netty.buffer.ByteBuf;
import io.r2dbc.postgresql.client.EncodedParameter;
import io.r2dbc.postgresql.codec.Codec;
import io.r2dbc.postgresql.message.Format;
import org.jspecify.annotations.Nullable;

/**
 * Hands out the bytes of a value. One per connection, whose rows are mapped one after the other: the same {@link Wire} is
 * pointed at each value, and read before the next one is asked for.
 */
final class WireCodec implements Codec<Wire> {

    private final Wire wire = new Wire();

    @Override
    public boolean canDecode(int dataType, Format format, Class<?> type) {
        return type == Wire.class;
    }

    @Override
    public @Nullable Wire decode(@Nullable ByteBuf buffer, int dataType, Format format, Class<? extends Wire> type) {
        return buffer == null
                ? null
                : wire.at(
                        dataType,
                        format == Format.FORMAT_BINARY ? Wire.Format.BINARY : Wire.Format.TEXT,
                        buffer,
                        buffer.readableBytes());
    }

    @Override
    public boolean canEncode(Object value) {
        return false;
    }

    @Override
    public boolean canEncodeNull(Class<?> type) {
        return false;
    }

    @Override
    public EncodedParameter encode(Object value) {
        throw new UnsupportedOperationException("values are read only");
    }

    @Override
    public EncodedParameter encode(Object value, int dataType) {
        throw new UnsupportedOperationException("values are read only");
    }

    @Override
    public EncodedParameter encodeNull() {
        throw new UnsupportedOperationException("values are read only");
    }
}
