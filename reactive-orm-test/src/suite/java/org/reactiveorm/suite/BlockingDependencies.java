package org.reactiveorm.suite;

import reactor.blockhound.BlockHound;
import reactor.blockhound.integration.BlockHoundIntegration;

/** What others do on threads that must not block, once or once for each connection, and we cannot change. */
public final class BlockingDependencies implements BlockHoundIntegration {

    private static final String TO_ITERABLE = "reactor.core.publisher.BlockingIterable$SubscriberIterator";

    @Override
    public void applyTo(BlockHound.Builder builder) {
        // Netty unpacks its library where it is needed first, or goes without epoll
        builder.allowBlockingCallsInside("io.netty.channel.epoll.Epoll", "<clinit>")
                .allowBlockingCallsInside("io.netty.util.internal.NativeLibraryLoader", "load")
                // SCRAM draws random numbers from the system's device; a refusal leaves the connection without an
                // answer
                .allowBlockingCallsInside("io.r2dbc.postgresql.authentication.SASLAuthenticationHandler", "handle")
                // a validator reads the texts of its messages out of its jar when it refuses something first
                .allowBlockingCallsInside("java.util.ResourceBundle", "getBundle")
                // toIterable() shares a lock with the thread that it blocks, and who may not wait for it never comes
                // back
                .allowBlockingCallsInside(TO_ITERABLE, "onNext")
                .allowBlockingCallsInside(TO_ITERABLE, "onError")
                .allowBlockingCallsInside(TO_ITERABLE, "onComplete");
    }
}
