package org.lienthong.producers.eventlog;

import static org.lienthong.producers.problem.ProblemCode.FILE_UNREADABLE;
import static org.lienthong.producers.problem.ProblemCode.XES_BROKEN;
import static org.lienthong.producers.problem.ProblemCode.XES_DTD;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import org.lienthong.producers.mapping.LogRow;
import org.lienthong.producers.problem.Problem;
import org.lienthong.producers.problem.ProblemCode;

/**
 * Events of an XES file (IEEE 1849), one row each: attributes of the event under their keys, those of its trace under
 * {@code case:} and their keys, attributes of attributes under both keys with a slash. No DTD is read and no entity is
 * resolved.
 */
final class XesSource implements LogSource {

    private static final String CASE = "case:";
    private static final Set<String> ATTRIBUTES =
            Set.of("string", "date", "int", "float", "boolean", "id", "list", "container");

    private final Path file;
    private final InputStream content;
    private final LogBytes bytes;
    private final ProblemCode whenCut;
    private final XMLStreamReader xml;
    private final Map<String, String> trace = new LinkedHashMap<>();
    private final Map<String, String> event = new LinkedHashMap<>();
    private final Deque<String> keys = new ArrayDeque<>();
    private boolean inTrace;
    private boolean inEvent;
    private long number;
    private long line;

    private XesSource(Path file, InputStream content, LogBytes bytes, ProblemCode whenCut) throws XMLStreamException {
        this.file = file;
        this.content = content;
        this.bytes = bytes;
        this.whenCut = whenCut;
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        this.xml = factory.createXMLStreamReader(content);
    }

    static XesSource open(Path file, InputStream content, LogBytes bytes, ProblemCode whenCut) {
        try {
            XesSource source = new XesSource(file, content, bytes, whenCut);
            source.enterLog();
            return source;
        } catch (XMLStreamException e) {
            int line = e.getLocation() == null ? 1 : e.getLocation().getLineNumber();
            int column = e.getLocation() == null ? 1 : e.getLocation().getColumnNumber();
            throw new ImportRefusedException(
                    bytes.fault() == null
                            ? Problem.of(XES_BROKEN, file, line, column)
                            : LogFile.cut(file, bytes, whenCut, line).problem());
        }
    }

    @Override
    public Optional<LogRow> next() throws BrokenLogException {
        try {
            while (xml.hasNext()) {
                int what = xml.next();
                if (what == XMLStreamConstants.START_ELEMENT) {
                    start(xml.getLocalName());
                } else if (what == XMLStreamConstants.END_ELEMENT && end(xml.getLocalName())) {
                    return Optional.of(row());
                }
            }
            return Optional.empty();
        } catch (XMLStreamException e) {
            int at = e.getLocation() == null ? 0 : e.getLocation().getLineNumber();
            if (bytes.fault() != null) {
                throw LogFile.cut(file, bytes, whenCut, at);
            }
            int column = e.getLocation() == null ? 0 : e.getLocation().getColumnNumber();
            throw new BrokenLogException(Problem.of(XES_BROKEN, file, at, column));
        }
    }

    @Override
    public void close() {
        try {
            xml.close();
            content.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A DTD may point outside, so a file with one is refused as a whole, before anything of it is published. */
    private void enterLog() throws XMLStreamException {
        while (xml.hasNext()) {
            int what = xml.next();
            if (what == XMLStreamConstants.DTD) {
                throw new ImportRefusedException(Problem.of(XES_DTD, file));
            }
            if (what == XMLStreamConstants.START_ELEMENT) {
                if (!xml.getLocalName().equals("log")) {
                    throw new ImportRefusedException(
                            Problem.of(FILE_UNREADABLE, file, "<" + xml.getLocalName() + "> is not an XES <log>"));
                }
                return;
            }
        }
    }

    private void start(String element) {
        if (element.equals("trace")) {
            inTrace = true;
            trace.clear();
        } else if (element.equals("event")) {
            inEvent = true;
            event.clear();
            line = xml.getLocation().getLineNumber();
        } else if ((inTrace || inEvent) && ATTRIBUTES.contains(element)) {
            attribute(xml.getAttributeValue(null, "key"), xml.getAttributeValue(null, "value"));
        }
    }

    private void attribute(@Nullable String key, @Nullable String value) {
        String own = key == null ? "" : key;
        String path = keys.isEmpty() ? own : keys.peek() + "/" + own;
        keys.push(path);
        if (value != null && !value.isBlank()) {
            if (inEvent) {
                event.put(path, value);
            } else {
                trace.put(CASE + path, value);
            }
        }
    }

    /** @return whether an event is complete */
    private boolean end(String element) {
        if (element.equals("trace")) {
            inTrace = false;
        } else if (element.equals("event")) {
            inEvent = false;
            return true;
        } else if (!keys.isEmpty() && ATTRIBUTES.contains(element)) {
            keys.pop();
        }
        return false;
    }

    private LogRow row() {
        Map<String, String> values = new LinkedHashMap<>(inTrace ? trace : Map.of());
        values.putAll(event);
        return new LogRow(++number, line, values, null);
    }
}
