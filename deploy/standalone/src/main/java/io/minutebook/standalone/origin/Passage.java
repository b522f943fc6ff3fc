package io.minutebook.standalone.origin;

import io.undertow.server.HttpHandler;
import io.undertow.server.handlers.ResponseCodeHandler;
import io.undertow.server.handlers.proxy.LoadBalancingProxyClient;
import io.undertow.server.handlers.proxy.ProxyHandler;
import java.net.URI;

/** Passes requests on to one address behind the origin, event streams included. */
final class Passage {
    private static final int CONNECTIONS_PER_THREAD = 256;
    /** Below the keep-alive time of the servers behind, so that none closes a connection just taken. */
    private static final int IDLE_MILLIS = 20_000;

    private static final int NO_LIMIT = -1;

    static HttpHandler to(URI address) {
        var client = new LoadBalancingProxyClient()
                .addHost(address)
                .setConnectionsPerThread(CONNECTIONS_PER_THREAD)
                .setSoftMaxConnectionsPerThread(0)
                .setTtl(IDLE_MILLIS);
        return ProxyHandler.builder()
                .setProxyClient(client)
                .setMaxRequestTime(NO_LIMIT)
                .setNext(ResponseCodeHandler.HANDLE_404)
                .build();
    }

    private Passage() {}
}
