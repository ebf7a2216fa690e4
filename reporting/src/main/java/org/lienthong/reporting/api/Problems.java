package org.lienthong.reporting.api;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import java.sql.SQLException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns whatever goes wrong into a problem that a person and a program can read. */
final class Problems {

    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);
    private static final String SECONDS_TO_WAIT = "5";

    private Problems() {}

    /** @param addresses that there are, for whoever asks for another */
    static void install(RoutesConfig routes, List<String> addresses) {
        routes.exception(ProblemException.class, (e, request) -> answer(request, e.problem()));
        routes.exception(
                HttpResponseException.class,
                (e, request) -> answer(request, ofStatus(e.getStatus(), request, addresses)));
        routes.exception(SQLException.class, (e, request) -> {
            LOG.warn("no answer from the database path={} sqlState={}", request.path(), e.getSQLState());
            request.header("Retry-After", SECONDS_TO_WAIT);
            answer(
                    request,
                    ProblemCode.DATABASE_UNAVAILABLE.problem(
                            "Không đọc được số liệu lúc này; thử lại sau " + SECONDS_TO_WAIT + " giây.",
                            "The figures cannot be read right now; try again in " + SECONDS_TO_WAIT + " seconds."));
        });
        routes.exception(Exception.class, (e, request) -> {
            LOG.error("request failed path={}", request.path(), e);
            answer(request, internal());
        });
    }

    private static Problem ofStatus(int status, Context request, List<String> addresses) {
        String path = request.path();
        String all = String.join(", ", addresses);
        if (status == ProblemCode.PATH_NOT_FOUND.status()) {
            return ProblemCode.PATH_NOT_FOUND.problem(
                    "Không có " + path + "; các địa chỉ: " + all + ".",
                    "There is no " + path + "; the addresses: " + all + ".");
        }
        if (status == ProblemCode.METHOD_NOT_ALLOWED.status()) {
            return ProblemCode.METHOD_NOT_ALLOWED.problem(
                    path + " chỉ nhận GET; " + request.method() + " không thay đổi được gì ở đây.",
                    path + " takes GET alone; " + request.method() + " changes nothing here.");
        }
        return internal();
    }

    private static Problem internal() {
        return ProblemCode.INTERNAL.problem(
                "Yêu cầu không xử lý được; nhật ký của máy chủ ghi lý do.",
                "The request could not be handled; the log of the server says why.");
    }

    private static void answer(Context request, Problem problem) {
        request.status(problem.status()).json(problem).contentType(Problem.MEDIA_TYPE);
    }
}
