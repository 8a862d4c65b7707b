// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/talk/talk.h"

namespace demo {

std::span<const Dialogue> spanishTalk()
{
    using enum Topic;
    static constexpr Dialogue dialogues[] = {
        {FrontDesk,
         {
             u"<¿Tienen una cita libre mañana?",
             u">Sí, a las 9:30 o a las 16:00.",
             u"<A las 9:30, por favor.",
             u">Anotado. Le esperamos.",
         }},
        {FrontDesk,
         {
             u"<¿Abren los sábados?",
             u">De 9 a 14 h, y el almacén hasta las 13 h.",
             u"<Entonces paso a las doce.",
         }},
        {Sales,
         {
             u"<¿Cuánto cuesta pintar cuatro cuartos?",
             u">Unos 18,000 pesos, con material. ¿Incluimos los techos?",
             u"<Solo el de la cocina.",
             u">Le mando el presupuesto esta tarde.",
         }},
        {Sales,
         {
             u"<¿Hacen descuento si son dos departamentos?",
             u">El ocho por ciento en el segundo.",
             u"<Me parece bien, ¿cuándo empiezan?",
             u">En tres semanas.",
         }},
        {Support,
         {
             u"<Desde esta mañana no hay agua caliente, ¿me ayudan?",
             u">¿Está encendida la pantalla del calentador?",
             u"<Sí, en rojo.",
             u">Mantenga el botón de reinicio cinco segundos.",
             u"<¡Ya funciona!",
         }},
        {Support,
         {
             u"<La llave nueva gotea, ¿es normal?",
             u">La primera hora sí. Después hay que cambiar la junta.",
             u"<Lleva dos días así.",
             u">Vamos mañana a las 8.",
         }},
        {Billing,
         {
             u"<¿Me pueden enviar otra vez la factura?",
             u">Claro, acaba de salir a su correo.",
             u"<No la encuentro.",
             u">Había un error en la dirección. Ahora sí.",
             u"<Gracias, ya la tengo.",
         }},
        {Billing,
         {
             u"<¿Cuándo llega mi reembolso? La visita se canceló.",
             u">Salió el martes, tarda tres días hábiles.",
             u"<Gracias, espero la fecha entonces.",
         }},
        {Dispatch,
         {
             u"<¿A qué hora llega el técnico?",
             u">Entre las 10 y las 11. Le llama antes de salir.",
             u"<Perfecto, estoy en casa todo el día.",
         }},
        {Dispatch,
         {
             u"<No vino nadie esta mañana, ¿qué pasó?",
             u">Una disculpa, se descompuso la camioneta. ¿Hoy a las 17 h?",
             u"<Está bien, pero no más tarde.",
             u">Ahí estará.",
         }},
        {Group,
         {
             u"<¿Pueden todos el jueves a las 6?",
             u"2Yo desde las 6 y media.",
             u">A las 6 y media nos queda bien.",
             u"3Yo llevo los planos.",
         }},
    };
    return dialogues;
}

} // namespace demo
