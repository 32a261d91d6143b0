package downhill.web.playground;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Says what the playground does not understand of an address, instead of leaving it out in silence. */
final class AddressRemarks {
    /** The names that mean something to the page, beside the controls. */
    private static final Set<String> OF_THE_PAGE = Set.of(
            "run",
            "branches",
            "state",
            "embed",
            "theme",
            "hide",
            "lock",
            "task",
            "watch",
            "stopCost",
            "stopAccuracy",
            "stopStep",
            "stopStill");

    private AddressRemarks() {}

    /**
     * Sentences for the learner.
     *
     * @param names the names in the address's query
     * @param isRunGone whether the address names a run that the server does not have
     */
    static List<String> of(Set<String> names, boolean isRunGone) {
        List<String> remarks = new ArrayList<>();
        if (isRunGone) {
            remarks.add(
                    "The server no longer holds the run of this link. The figure shows a new network with the link’s settings.");
        }
        names.stream()
                .filter(name -> !OF_THE_PAGE.contains(name) && !Controls.names().contains(name))
                .map(AddressRemarks::unknown)
                .limit(3)
                .forEach(remarks::add);
        return remarks;
    }

    private static String unknown(String name) {
        String shown = name.length() <= 40 ? name : name.substring(0, 40) + "…";
        return "The address holds “" + shown + "”, which is no setting of the playground."
                + (shown.equals("regularization")
                        ? " A penalty on the weights is set by penalty=l1 or penalty=l2."
                        : "");
    }
}
