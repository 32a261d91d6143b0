package downhill.web.http;

import io.javalin.http.Context;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Finds out from where a request comes. Behind proxies that the operator trusts (TRUSTED_PROXIES) it is the last address in X-Forwarded-For that is not one of
 * theirs; without any, it is the address of the connection. What other clients write into that header is not believed.
 */
public final class ClientAddresses {
    /** The least bytes of a network in an address of the sixth version: 64 bits. */
    private static final int NETWORK_BYTES = 8;

    private final List<Range> trusted;

    /** Addresses that begin with the same bits. */
    @SuppressWarnings("ArrayRecordComponent")
    private record Range(byte[] address, int bits) {
        boolean holds(InetAddress other) {
            byte[] bytes = other.getAddress();
            if (bytes.length != address.length) {
                return false;
            }
            for (int bit = 0; bit < bits; bit++) {
                int mask = 0x80 >> (bit % 8);
                if ((bytes[bit / 8] & mask) != (address[bit / 8] & mask)) {
                    return false;
                }
            }
            return true;
        }
    }

    private ClientAddresses(List<Range> trusted) {
        this.trusted = trusted;
    }

    /**
     * Trusts the proxies of a list.
     *
     * @param list addresses and ranges such as 10.0.0.0/8, with commas between them; empty for none
     * @throws IllegalArgumentException if it is none
     */
    public static ClientAddresses trusting(String list) {
        return new ClientAddresses(Arrays.stream(list.split(",", -1))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .map(ClientAddresses::range)
                .toList());
    }

    private static Range range(String text) {
        String[] parts = text.split("/", -1);
        Optional<InetAddress> address = literal(parts[0]);
        int most = address.map(a -> 8 * a.getAddress().length).orElse(0);
        int bits = parts.length == 1 ? most : parts[1].matches("\\d{1,3}") ? Integer.parseInt(parts[1]) : -1;
        if (address.isEmpty() || parts.length > 2 || bits < 0 || bits > most) {
            throw new IllegalArgumentException(
                    "TRUSTED_PROXIES must list addresses or ranges such as 10.0.0.0/8, not \"" + text + "\".");
        }
        return new Range(address.get().getAddress(), bits);
    }

    /** The address that a request comes from; of the sixth version only its network, which one household or machine has whole. */
    public String of(Context ctx) {
        return network(client(ctx));
    }

    /** Returns whether the browser spoke to the site by HTTPS. */
    public boolean isSecure(Context ctx) {
        return "https".equals(ctx.scheme())
                || (isTrusted(ctx.req().getRemoteAddr()) && "https".equalsIgnoreCase(ctx.header("X-Forwarded-Proto")));
    }

    private String client(Context ctx) {
        String remote = ctx.req().getRemoteAddr();
        String forwarded = ctx.header("X-Forwarded-For");
        if (forwarded == null || !isTrusted(remote)) {
            return remote;
        }
        String client = remote;
        for (String hop : Arrays.asList(forwarded.split(",", -1)).reversed()) {
            if (literal(hop.strip()).isEmpty()) {
                break;
            }
            client = hop.strip();
            if (!isTrusted(client)) {
                break;
            }
        }
        return client;
    }

    private boolean isTrusted(String address) {
        return literal(address)
                .filter(a -> trusted.stream().anyMatch(range -> range.holds(a)))
                .isPresent();
    }

    /** An address as it is written; nothing for a name, which is not looked up. */
    private static Optional<InetAddress> literal(String text) {
        try {
            return Optional.of(InetAddress.ofLiteral(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static String network(String address) {
        Optional<InetAddress> parsed = literal(address);
        if (parsed.isPresent() && parsed.get() instanceof Inet6Address six) {
            byte[] network = Arrays.copyOf(Arrays.copyOf(six.getAddress(), NETWORK_BYTES), 16);
            return literalOf(network);
        }
        return parsed.map(InetAddress::getHostAddress).orElse(address);
    }

    private static String literalOf(byte[] bytes) {
        try {
            return InetAddress.getByAddress(bytes).getHostAddress();
        } catch (UnknownHostException e) {
            throw new IllegalStateException("16 bytes are an address.", e);
        }
    }
}
