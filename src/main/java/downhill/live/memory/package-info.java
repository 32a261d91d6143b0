/**
 * The memory that runs and work take, charged before anything is made and given back when it goes. {@link downhill.live.memory.Memory}
 * divides the server's memory into {@link downhill.live.memory.MemoryBudget}s; a {@link downhill.live.memory.Charge} is a part of one, and
 * {@link downhill.live.memory.RunMemory} keeps that of one run.
 */
@org.jspecify.annotations.NullMarked
package downhill.live.memory;
