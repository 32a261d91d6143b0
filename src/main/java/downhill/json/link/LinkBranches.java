package downhill.json.link;

import downhill.json.TweakJson;
import downhill.json.form.BadInputException;
import downhill.json.form.Json;
import downhill.json.link.LinkedState.Branch;
import downhill.train.spec.LoggedTweak;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads the branches in a link. A tweak or a branch that is not valid is left out, and with a branch all that grew from it. */
final class LinkBranches {
    /** The most branches, the first run included. */
    static final int MOST_BRANCHES = 20;

    /** The most tweaks of all branches together. */
    static final int MOST_TWEAKS = 2000;

    /** The last step that any run can make. */
    static final int MOST_STEPS = 2_000_000_000;

    private static final int LEFT_OUT = -1;

    private final List<Branch> all = new ArrayList<>();
    /** The place in {@link #all} of each branch that the link lists. */
    private final List<Integer> places = new ArrayList<>();

    private final Remarks said;
    private int tweaks;

    private LinkBranches(Remarks said) {
        this.said = said;
    }

    static LinkBranches read(JsonNode list, Remarks said) {
        var branches = new LinkBranches(said);
        for (JsonNode node : list) {
            branches.add(node);
        }
        if (branches.all.isEmpty()) {
            said.add("This link does not say what its run did, so the run is at its first step.");
            branches.all.add(new Branch(LinkedState.NONE, 0, List.of(), 0, false, false));
        }
        return branches;
    }

    List<Branch> all() {
        return List.copyOf(all);
    }

    /** The place of the branch that the link lists at a place, or of the first run if that was left out. */
    int placeOf(int listed) {
        return listed < 0 || listed >= places.size() || places.get(listed) == LEFT_OUT ? 0 : places.get(listed);
    }

    private void add(JsonNode node) {
        if (all.size() == MOST_BRANCHES) {
            said.add("This link has more than " + MOST_BRANCHES + " branches. Those after the first " + MOST_BRANCHES
                    + " were left out.");
            places.add(LEFT_OUT);
            return;
        }
        int parent = all.isEmpty() ? LinkedState.NONE : placeOfParent(node.path("parent"));
        int from = parent == LinkedState.NONE ? 0 : whole(node.path("from"));
        int step = whole(node.path("step"));
        boolean grows = parent == LinkedState.NONE
                ? all.isEmpty()
                : from >= 0 && from <= all.get(parent).step();
        if (!grows || step < from) {
            said.add("Branch " + (places.size() + 1) + " of this link is not described in full, so it was left out.");
            places.add(LEFT_OUT);
            return;
        }
        places.add(all.size());
        all.add(new Branch(
                parent,
                from,
                tweaks(node.path("tweaks"), from, step),
                step,
                node.path("diverged").booleanValue(false),
                node.path("off").booleanValue(false)));
    }

    private int placeOfParent(JsonNode node) {
        int listed = whole(node);
        return listed < 0 || listed >= places.size() ? LinkedState.NONE : places.get(listed);
    }

    /** A whole number from 0 on; -1 if it is none. */
    private static int whole(JsonNode node) {
        int number = node.isIntegralNumber() && node.canConvertToInt() ? node.intValue(-1) : -1;
        return number >= 0 && number <= MOST_STEPS ? number : -1;
    }

    private List<LoggedTweak> tweaks(JsonNode list, int from, int step) {
        List<LoggedTweak> read = new ArrayList<>();
        int last = from;
        for (JsonNode node : list) {
            int at = whole(node.path("step"));
            if (tweaks == MOST_TWEAKS) {
                said.add("This link has more than " + MOST_TWEAKS + " changes. The later ones were left out.");
                break;
            } else if (at < last || at > step) {
                leaveOut(at, "Its place is not among the steps of its run.");
            } else {
                tweaks += tweak(node, at, read);
                last = at;
            }
        }
        return List.copyOf(read);
    }

    /** Reads a tweak into the list; answers how many that were. */
    private int tweak(JsonNode node, int at, List<LoggedTweak> read) {
        try {
            ObjectNode rest = (ObjectNode) node.deepCopy();
            rest.remove("step");
            read.add(new LoggedTweak(at, TweakJson.read(Json.bytes(rest))));
            return 1;
        } catch (BadInputException e) {
            leaveOut(at, LinkReader.sentence(e));
            return 0;
        }
    }

    private void leaveOut(int at, String reason) {
        said.add("A change " + (at < 0 ? "" : "at step " + at + " ")
                + "of this link cannot be made, so it was left out, and the numbers after it can differ. " + reason);
    }
}
