package downhill.insight;

/**
 * A plane through a point of parameter space: all w + alpha u + beta v. The two directions need be neither of unit length
 * nor at right angles.
 */
public final class SlicePlane {
    private final double[] u;
    private final double[] v;
    /** The products of the directions with each other. */
    private final double uu;

    private final double uv;
    private final double vv;

    /**
     * The plane of two directions.
     *
     * @param u one number for each parameter
     * @param v one number for each parameter
     */
    public SlicePlane(double[] u, double[] v) {
        this.u = u;
        this.v = v;
        uu = dot(u, u);
        uv = dot(u, v);
        vv = dot(v, v);
    }

    /** The first direction. */
    double[] u() {
        return u;
    }

    /** The second direction. */
    double[] v() {
        return v;
    }

    /** A place on the plane. */
    record Spot(double alpha, double beta) {}

    /** The spot nearest to w + d: the least squares of d - alpha u - beta v. */
    Spot project(double[] d) {
        double ud = dot(u, d);
        double vd = dot(v, d);
        double determinant = uu * vv - uv * uv;
        if (determinant > 0) {
            return new Spot((vv * ud - uv * vd) / determinant, (uu * vd - uv * ud) / determinant);
        }
        return new Spot(uu > 0 ? ud / uu : 0, uu == 0 && vv > 0 ? vd / vv : 0);
    }

    /** The distance between two spots in parameter space. */
    double distance(Spot a, Spot b) {
        double s = a.alpha() - b.alpha();
        double t = a.beta() - b.beta();
        double square = s * s * uu + 2 * s * t * uv + t * t * vv;
        return StrictMath.sqrt(Math.max(0, square));
    }

    static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum = Math.fma(a[i], b[i], sum);
        }
        return sum;
    }

    static double norm(double[] a) {
        return StrictMath.sqrt(dot(a, a));
    }

    static double[] difference(double[] a, double[] b) {
        double[] d = new double[a.length];
        for (int i = 0; i < d.length; i++) {
            d[i] = a[i] - b[i];
        }
        return d;
    }
}
