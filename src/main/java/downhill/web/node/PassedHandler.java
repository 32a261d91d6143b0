package downhill.web.node;

import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.Optional;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.ConnectionMetaData;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Shows a request that another server passed on as that server got it. A client's own header of that kind counts for nothing. */
public final class PassedHandler extends Handler.Wrapper {
    /** The attribute of a request that was passed on. */
    static final String NAME = PassedHandler.class.getName();

    private final Seal seal;

    /** Believes servers that have this secret. */
    public PassedHandler(byte[] secret) {
        this.seal = new Seal(secret);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        String value = request.getHeaders().get(Seal.HEADER);
        if (value == null) {
            return super.handle(request, response, callback);
        }
        Optional<Seal.Passed> passed = seal.read(value);
        if (passed.isEmpty()) {
            return super.handle(request, response, callback);
        }
        Request seen = new PassedRequest(request, passed.get());
        seen.setAttribute(NAME, true);
        return super.handle(seen, response, callback);
    }

    /** A request as the first server got it. */
    private static final class PassedRequest extends Request.Wrapper {
        private final HttpFields headers;
        private final ConnectionMetaData connection;

        PassedRequest(Request request, Seal.Passed passed) {
            super(request);
            HttpFields.Mutable fields = HttpFields.build(request.getHeaders()).remove(Seal.HEADER);
            this.headers = passed.host().isEmpty() ? fields : fields.put(new HttpField(HttpHeader.HOST, passed.host()));
            SocketAddress from = InetSocketAddress.createUnresolved(passed.from(), 0);
            this.connection = new ConnectionMetaData.Wrapper(request.getConnectionMetaData()) {
                @Override
                public SocketAddress getRemoteSocketAddress() {
                    return from;
                }
            };
        }

        @Override
        public HttpFields getHeaders() {
            return headers;
        }

        @Override
        public ConnectionMetaData getConnectionMetaData() {
            return connection;
        }
    }
}
