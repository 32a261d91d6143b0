package downhill.web.http;

import downhill.json.RunJson;
import downhill.json.form.Json;
import java.nio.ByteBuffer;
import java.util.List;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Answers requests that are so malformed that they never reach a route with a problem document too. */
public final class EarlyErrors implements Request.Handler {
    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        int status =
                response.getStatus() < HttpStatus.BAD_REQUEST_400 ? HttpStatus.BAD_REQUEST_400 : response.getStatus();
        response.setStatus(status);
        Security.put(response.getHeaders()::put);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/problem+json");
        byte[] problem = Json.bytes(RunJson.problem(
                status,
                "Cannot be read",
                "This is not a well-formed HTTP request. Check its address and its headers.",
                List.of()));
        response.write(true, ByteBuffer.wrap(problem), callback);
        return true;
    }
}
