package io.minutebook.standalone.origin;

import io.undertow.server.HttpHandler;
import io.undertow.server.handlers.ResponseCodeHandler;
import io.undertow.server.handlers.proxy.LoadBalancingProxyClient;
import io.undertow.server.handlers.proxy.ProxyHandler;
import java.net.URI;

/** Passes requests on to one address behind the origin, event streams included. */
final class Passage {
    /** Below the keep-alive time of the servers behind, so that none closes a connection just taken. */
    private static final int IDLE_MILLIS = 20_000;

    private static final int NO_LIMIT = -1;

    /**
     * So many connections that no request has to wait for one: as many as clients have, each of which has one request under way at most. The
     * address is added last: what is set after it does not apply to it.
     */
    static HttpHandler to(URI address, int connections) {
        var client = new LoadBalancingProxyClient()
                .setConnectionsPerThread(connections)
                .setSoftMaxConnectionsPerThread(0)
                .setTtl(IDLE_MILLIS)
                .addHost(address);
        return ProxyHandler.builder()
                .setProxyClient(client)
                .setMaxRequestTime(NO_LIMIT)
                .setNext(ResponseCodeHandler.HANDLE_404)
                .build();
    }

    private Passage() {}
}
