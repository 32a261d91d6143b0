package downhill.web.http;

import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Puts the security headers on answers that no route gives, such as the redirect to the place where the site is mounted. */
public final class SecureHandler extends Handler.Wrapper {
    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        Security.put(response.getHeaders()::put);
        return super.handle(request, response, callback);
    }
}
