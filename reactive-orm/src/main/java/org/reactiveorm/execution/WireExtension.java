package org.reactiveorm.execution;

import io.netty.buffer.ByteBufAllocator;
import io.r2dbc.postgresql.api.PostgresqlConnection;
import io.r2dbc.postgresql.codec.CodecRegistry;
import io.r2dbc.postgresql.extension.CodecRegistrar;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

/**
 * Lets the library read what the server sent before the driver has interpreted it, because the driver misreads values that
 * PostgreSQL has: in binary format days before 1582, infinity and the scale of zero. The driver finds this class through
 * its service file and registers it once per connection, before its own codecs, because one of those claims every class
 * for text arrays; what others read through the driver does not change.
 *
 * <p>A connection factory with {@code autodetectExtensions(false)} has to name it:
 * {@code builder.codecRegistrar(new WireExtension())}.
 */
public final class WireExtension implements CodecRegistrar {

    /** Called by the service loader, or by who switched it off. */
    public WireExtension() {}

    @Override
    public Publisher<Void> register(
            PostgresqlConnection connection, ByteBufAllocator allocator, CodecRegistry registry) {
        return Mono.fromRunnable(() -> registry.addFirst(new WireCodec()));
    }
}
