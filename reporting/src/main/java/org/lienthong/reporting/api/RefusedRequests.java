package org.lienthong.reporting.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Answers what the HTTP server refuses before any handler sees it, such as a control character in the path. */
final class RefusedRequests implements Request.Handler {

    private static final int FIRST_SERVER_ERROR = 500;

    private final JsonMapper json;

    RefusedRequests(JsonMapper json) {
        this.json = json;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws JsonProcessingException {
        Problem problem = response.getStatus() < FIRST_SERVER_ERROR
                ? ProblemCode.BAD_ADDRESS.problem(
                        "Địa chỉ hoặc tiêu đề của yêu cầu có ký tự không được phép; mã hóa phần trăm, hoặc dùng"
                                + " /v1/dossiers?code=….",
                        "The address or a header of the request has characters that are not allowed; percent-encode"
                                + " them, or use /v1/dossiers?code=….")
                : ProblemCode.INTERNAL.problem(
                        "Yêu cầu không xử lý được; thử lại sau.", "The request could not be handled; try again later.");
        response.setStatus(problem.status());
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, Problem.MEDIA_TYPE);
        response.write(true, ByteBuffer.wrap(json.writeValueAsBytes(problem)), callback);
        return true;
    }
}
