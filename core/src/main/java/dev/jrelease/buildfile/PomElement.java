package dev.jrelease.buildfile;

import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** An element of a POM. */
record PomElement(Element element) {
    private static final String NO_DOCTYPE = "http://apache.org/xml/features/disallow-doctype-decl";

    /** Reads a document. It may not contain a DTD, so that nothing else is read. */
    static PomElement parse(String text) throws IOException {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature(NO_DOCTYPE, true);
            DocumentBuilder builder = factory.newDocumentBuilder();
            // Otherwise it prints errors to standard error.
            builder.setErrorHandler(new DefaultHandler());
            return new PomElement(
                    builder.parse(new InputSource(new StringReader(text))).getDocumentElement());
        } catch (SAXException | ParserConfigurationException malformed) {
            throw new IOException("it is not a POM: " + malformed.getMessage(), malformed);
        }
    }

    private Stream<PomElement> children() {
        return elements(element.getChildNodes());
    }

    private static Stream<PomElement> elements(NodeList nodes) {
        return IntStream.range(0, nodes.getLength())
                .<Node>mapToObj(nodes::item)
                .filter(Element.class::isInstance)
                .map(node -> new PomElement((Element) node));
    }

    String name() {
        return element.getNodeName();
    }

    String text() {
        return element.getTextContent().strip();
    }

    /** The elements at the end of a path of names. */
    List<PomElement> all(String... path) {
        Stream<PomElement> found = Stream.of(this);
        for (String name : path) {
            found = found.flatMap(PomElement::children)
                    .filter(child -> name.equals("*") || child.name().equals(name));
        }
        return found.toList();
    }

    /** The text of the first element at the end of a path. */
    Optional<String> first(String... path) {
        return all(path).stream()
                .map(PomElement::text)
                .filter(text -> !text.isEmpty())
                .findFirst();
    }

    /** The text of the first element with this name, however deep. */
    Optional<String> anywhere(String name) {
        return elements(element.getElementsByTagName(name))
                .map(PomElement::text)
                .filter(text -> !text.isEmpty())
                .findFirst();
    }
}
