package dev.jrelease.pipeline;

import dev.jrelease.failure.Location;
import dev.jrelease.failure.Problem;
import dev.jrelease.failure.Problem.Severity;
import dev.jrelease.template.function.Inspection;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is wrong with a configuration if what has to be guessed is this or that. */
record Look(List<Problem> problems, Inspection inspection) {

    /** Where something is wrong, and how much: a warning that is always there says nothing of an error. */
    private record Place(Location location, Severity severity) {
        static Place of(Problem problem) {
            return new Place(problem.location(), problem.severity());
        }
    }

    /**
     * What is wrong whatever the values are that had to be guessed. That is what is wrong at the same place with every
     * guess; and what is wrong with the text that a template gives, with every guess that it gives one for.
     *
     * @param others looks with other guesses, as long as there are any
     */
    List<Problem> certain(Iterator<Look> others) {
        Set<Place> doubtful = places().filter(this::isGuess).collect(Collectors.toCollection(HashSet::new));
        Set<Place> wrong = new HashSet<>(doubtful);
        Set<Location> notFilledIn = new HashSet<>(unfilled());
        Map<Location, Problem> ofTexts = new LinkedHashMap<>();
        while (!(wrong.isEmpty() && notFilledIn.isEmpty()) && others.hasNext()) {
            Look look = others.next();
            wrong.retainAll(look.places().collect(Collectors.toSet()));
            notFilledIn.removeIf(template -> !look.isWrong(template));
            look.errors().forEach(problem -> ofTexts.putIfAbsent(problem.location(), problem));
        }
        doubtful.removeAll(wrong);
        notFilledIn.removeIf(template -> wrong.stream()
                .anyMatch(place -> inspection.guessIn(place.location()).equals(Optional.of(template))));
        ofTexts.keySet().retainAll(notFilledIn);
        return Stream.concat(
                        problems.stream().filter(problem -> !doubtful.contains(Place.of(problem))),
                        ofTexts.values().stream())
                .toList();
    }

    private Stream<Place> places() {
        return problems.stream().map(Place::of);
    }

    private Stream<Problem> errors() {
        return problems.stream().filter(problem -> problem.severity() == Severity.ERROR);
    }

    private Stream<Location> errorPlaces() {
        return errors().map(Problem::location);
    }

    private boolean isGuess(Place place) {
        return inspection.guessIn(place.location()).isPresent();
    }

    /** Templates that gave no text. */
    private Set<Location> unfilled() {
        return errorPlaces()
                .flatMap(place -> inspection.guessIn(place).filter(template -> !template.equals(place)).stream())
                .collect(Collectors.toSet());
    }

    /** Whether a template gave no text, or one that is wrong. */
    private boolean isWrong(Location template) {
        return errorPlaces()
                .anyMatch(place ->
                        place.equals(template) || inspection.guessIn(place).equals(Optional.of(template)));
    }
}
