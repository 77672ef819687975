# What `adhere package` says.

package-sent = Package { $package } is for { $organisation }; hand its file over.
package-filed = Filed; hand the acknowledgement back.
package-filed-before = This very file was filed before; the acknowledgement is that of then.
package-refused = Refused [{ $code }]: { $reason }
package-was-accepted = Package { $package } was accepted.
package-was-refused = Package { $package } was refused [{ $code }]: { $reason }
package-none = There is no such package.
