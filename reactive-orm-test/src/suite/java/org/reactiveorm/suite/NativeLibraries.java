package org.reactiveorm.suite;

import reactor.blockhound.BlockHound;
import reactor.blockhound.integration.BlockHoundIntegration;

/** Lets Netty unpack its library on the thread that needs it first, or it would go without epoll, which no user does. */
public final class NativeLibraries implements BlockHoundIntegration {

    @Override
    public void applyTo(BlockHound.Builder builder) {
        builder.allowBlockingCallsInside("io.netty.channel.epoll.Epoll", "<clinit>")
                .allowBlockingCallsInside("io.netty.util.internal.NativeLibraryLoader", "load");
    }
}
