# Wat `adhere package` zegt.

package-sent = Pakket { $package } is voor { $organisation }; draag het bestand ervan over.
package-filed = Opgenomen; geef de ontvangstbevestiging terug.
package-filed-before = Precies dit bestand is al eerder opgenomen; de ontvangstbevestiging is die van toen.
package-refused = Geweigerd [{ $code }]: { $reason }
package-was-accepted = Pakket { $package } is aanvaard.
package-was-refused = Pakket { $package } is geweigerd [{ $code }]: { $reason }
package-none = Er is geen dergelijk pakket.
